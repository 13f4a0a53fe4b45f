/** Domain names, as SMTP has them. */
@NullMarked
package dev.etrn.server.domain;

import org.jspecify.annotations.NullMarked;
