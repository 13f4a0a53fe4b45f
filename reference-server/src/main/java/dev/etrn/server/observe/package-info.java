/** The observation of the running server: events and log texts. */
@NullMarked
package dev.etrn.server.observe;

import org.jspecify.annotations.NullMarked;
