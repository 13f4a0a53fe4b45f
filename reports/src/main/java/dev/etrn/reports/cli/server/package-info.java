/** The commands of an operator: serve, and queue and reload, which talk to a server that runs. */
@NullMarked
package dev.etrn.reports.cli.server;

import org.jspecify.annotations.NullMarked;
