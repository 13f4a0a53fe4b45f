/** A channel: the table of its keywords, and the settings that they decide. */
@NullMarked
package dev.etrn.server.config.channel;

import org.jspecify.annotations.NullMarked;
