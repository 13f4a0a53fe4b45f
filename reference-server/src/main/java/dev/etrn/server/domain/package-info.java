/** Domain names as SMTP defines them. */
@NullMarked
package dev.etrn.server.domain;

import org.jspecify.annotations.NullMarked;
