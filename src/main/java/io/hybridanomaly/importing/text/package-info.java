/**
 * The text of a file: where its bytes come from, its records cut into cells, and how files write
 * blanks and nothing. The only package that uses Commons CSV.
 */
@NullMarked
package io.hybridanomaly.importing.text;

import org.jspecify.annotations.NullMarked;
