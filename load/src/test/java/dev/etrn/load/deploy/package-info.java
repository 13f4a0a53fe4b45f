/** What is deployed to run injectors elsewhere. */
@NullMarked
package dev.etrn.load.deploy;

import org.jspecify.annotations.NullMarked;
