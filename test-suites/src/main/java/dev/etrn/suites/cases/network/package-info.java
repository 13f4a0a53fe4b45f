/** What becomes of mail and of sessions when the network between the ends is bad. */
@NullMarked
package dev.etrn.suites.cases.network;

import org.jspecify.annotations.NullMarked;
