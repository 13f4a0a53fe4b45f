/** Access rights: the identity of a client, and the nodes and channels that it may release. */
@NullMarked
package dev.etrn.server.access;

import org.jspecify.annotations.NullMarked;
