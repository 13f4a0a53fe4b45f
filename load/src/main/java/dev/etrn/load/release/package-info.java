/**
 * The release of mail: the ETRNs of the injectors joined with the arrivals at the mail exchanger.
 */
@NullMarked
package dev.etrn.load.release;

import org.jspecify.annotations.NullMarked;
