/** What a client that sends ETRN must do; the harness plays the server that it asks. */
@org.jspecify.annotations.NullMarked
package dev.etrn.suites.cases.client;
