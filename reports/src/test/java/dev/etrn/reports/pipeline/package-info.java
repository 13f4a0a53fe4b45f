/** The files for pipelines, checked by their schemas and run. */
@NullMarked
package dev.etrn.reports.pipeline;

import org.jspecify.annotations.NullMarked;
