/** The command line: {@code detect} and {@code evaluate}, without a browser or a server. */
@NullMarked
package io.hybridanomaly.cli;

import org.jspecify.annotations.NullMarked;
