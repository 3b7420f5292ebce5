/**
 * Files that visitors and programs send: counted while they arrive, and kept in a folder as long as
 * they are needed there.
 */
@NullMarked
package io.hybridanomaly.uploads;

import org.jspecify.annotations.NullMarked;
