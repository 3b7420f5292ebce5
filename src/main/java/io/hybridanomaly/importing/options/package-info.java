/**
 * What a user can choose for an import: columns, format, and what becomes of the points. Whatever
 * is left open is decided from the file.
 */
@NullMarked
package io.hybridanomaly.importing.options;

import org.jspecify.annotations.NullMarked;
