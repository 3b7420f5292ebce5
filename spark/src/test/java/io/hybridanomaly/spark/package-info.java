@NullMarked
package io.hybridanomaly.spark;

import org.jspecify.annotations.NullMarked;
