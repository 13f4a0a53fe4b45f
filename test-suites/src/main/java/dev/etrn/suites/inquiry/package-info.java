/** Questions to a server that any client may ask: what it offers, and what it does for a node. */
@NullMarked
package dev.etrn.suites.inquiry;

import org.jspecify.annotations.NullMarked;
