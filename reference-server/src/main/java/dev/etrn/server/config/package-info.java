/** The server's configuration as immutable values: channels, rewrite rules, limits, security. */
@NullMarked
package dev.etrn.server.config;

import org.jspecify.annotations.NullMarked;
