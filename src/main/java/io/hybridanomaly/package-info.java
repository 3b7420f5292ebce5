/**
 * The entry point: the web application, or the command line when the first argument names a
 * subcommand.
 */
@NullMarked
package io.hybridanomaly;

import org.jspecify.annotations.NullMarked;
