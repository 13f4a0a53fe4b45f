/** Access rights: what is known of a client, and which nodes and channels it may release. */
@NullMarked
package dev.etrn.server.access;

import org.jspecify.annotations.NullMarked;
