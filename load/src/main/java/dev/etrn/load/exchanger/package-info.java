/**
 * Both ends of the mail in a load run: the client that hands it in, and the exchanger that receives
 * it.
 */
@NullMarked
package dev.etrn.load.exchanger;

import org.jspecify.annotations.NullMarked;
