/** Upload, samples, columns and the check of the data. */
@NullMarked
package io.hybridanomaly.ui.data;

import org.jspecify.annotations.NullMarked;
