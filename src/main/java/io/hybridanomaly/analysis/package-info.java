/**
 * What a run is: one immutable record of the file, the series, the settings, what was found and
 * what a person said about it. The page, the command line, the report and the chat share it.
 */
@NullMarked
package io.hybridanomaly.analysis;

import org.jspecify.annotations.NullMarked;
