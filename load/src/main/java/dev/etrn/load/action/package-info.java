/** What a virtual user does with its connection, as actions of Gatling. */
@NullMarked
package dev.etrn.load.action;

import org.jspecify.annotations.NullMarked;
