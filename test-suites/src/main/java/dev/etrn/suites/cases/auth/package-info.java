/** The cases of ETRN around AUTH. */
@NullMarked
package dev.etrn.suites.cases.auth;

import org.jspecify.annotations.NullMarked;
