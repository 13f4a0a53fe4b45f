/** What holds for every session of a client that keeps to the rules, whatever it asks for. */
@NullMarked
package dev.etrn.suites.cases.session;

import org.jspecify.annotations.NullMarked;
