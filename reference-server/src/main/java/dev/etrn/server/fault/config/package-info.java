/** The faults that a correct server shows under a wrong configuration. */
@NullMarked
package dev.etrn.server.fault.config;

import org.jspecify.annotations.NullMarked;
