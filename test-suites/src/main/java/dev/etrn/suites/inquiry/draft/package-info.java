/**
 * The results of an inquiry for people: a draft of etrn.yaml, and advice to the administrator of
 * the server.
 */
@NullMarked
package dev.etrn.suites.inquiry.draft;

import org.jspecify.annotations.NullMarked;
