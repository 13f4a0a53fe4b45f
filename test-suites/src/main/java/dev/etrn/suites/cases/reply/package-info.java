/** What a server answers. */
@NullMarked
package dev.etrn.suites.cases.reply;

import org.jspecify.annotations.NullMarked;
