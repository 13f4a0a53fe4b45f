/** What the server tells of itself while it runs. */
@NullMarked
package dev.etrn.server.observe;

import org.jspecify.annotations.NullMarked;
