/** What both ends saw, octet for octet, with times: values and their text form, no I/O. */
@NullMarked
package dev.etrn.suites.transcript;

import org.jspecify.annotations.NullMarked;
