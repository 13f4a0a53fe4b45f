/** Tests of the files that deploy injectors on other machines. */
@NullMarked
package dev.etrn.load.deploy;

import org.jspecify.annotations.NullMarked;
