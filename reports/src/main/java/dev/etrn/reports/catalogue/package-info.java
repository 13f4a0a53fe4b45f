/** The catalogue for people and programs: lists, a page for each case, and dry runs. */
@NullMarked
package dev.etrn.reports.catalogue;

import org.jspecify.annotations.NullMarked;
