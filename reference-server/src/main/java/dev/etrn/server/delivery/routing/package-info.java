/** The mail exchangers of a node, from its channel and from the DNS. */
@NullMarked
package dev.etrn.server.delivery.routing;

import org.jspecify.annotations.NullMarked;
