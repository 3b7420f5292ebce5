/**
 * Files that hold tables in another form than text: compressed files, archives, workbooks and JSON
 * lines. Each table becomes the text of a CSV file, which takes the way of every other one. The
 * only place that reads workbooks.
 */
@NullMarked
package io.hybridanomaly.importing.container;

import org.jspecify.annotations.NullMarked;
