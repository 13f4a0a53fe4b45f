/** Both ends of the mail in a load run: who hands it in, and who gets it. */
@NullMarked
package dev.etrn.load.exchanger;

import org.jspecify.annotations.NullMarked;
