/** Authentication of clients: SASL exchanges and passwords (RFC 4954, RFC 4616). */
@NullMarked
package dev.etrn.server.auth;

import org.jspecify.annotations.NullMarked;
