/** The SMTP client: connections to mail exchangers, and ETRN as a client sends it. */
@NullMarked
package dev.etrn.server.delivery.client;

import org.jspecify.annotations.NullMarked;
