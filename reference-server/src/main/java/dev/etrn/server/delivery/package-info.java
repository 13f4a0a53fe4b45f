/** Job controller, queue runs, and the SMTP client that connects back. */
@NullMarked
package dev.etrn.server.delivery;

import org.jspecify.annotations.NullMarked;
