/** Sessions of an inquiry: one question at a time, as any client may ask. */
@NullMarked
package dev.etrn.suites.inquiry.session;

import org.jspecify.annotations.NullMarked;
