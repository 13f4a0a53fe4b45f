/** The catalogue for people and programs: lists, a page for each case, and what a case sends. */
@NullMarked
package dev.etrn.reports.catalogue;

import org.jspecify.annotations.NullMarked;
