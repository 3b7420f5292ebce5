/**
 * What the beginning of a file tells: the kind of each column, those that hold date and value, and
 * the plan by which the whole file is read.
 */
@NullMarked
package io.hybridanomaly.importing.profile;

import org.jspecify.annotations.NullMarked;
