/** The cases of mail and sessions over a bad network between the ends. */
@NullMarked
package dev.etrn.suites.cases.network;

import org.jspecify.annotations.NullMarked;
