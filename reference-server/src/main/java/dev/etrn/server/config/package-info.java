/** The server's configuration as immutable values: channels, rewrite rules, rights, limits. */
@NullMarked
package dev.etrn.server.config;

import org.jspecify.annotations.NullMarked;
