/** What EHLO announces. */
@NullMarked
package dev.etrn.suites.cases.keywords;

import org.jspecify.annotations.NullMarked;
