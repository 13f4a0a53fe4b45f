/** The cases for clients that send ETRN; the harness plays the server that they ask. */
@org.jspecify.annotations.NullMarked
package dev.etrn.suites.cases.client;
