/** The result model as results.json, version 1. */
@NullMarked
package dev.etrn.reports.json;

import org.jspecify.annotations.NullMarked;
