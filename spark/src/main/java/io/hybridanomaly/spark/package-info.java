/**
 * Many series on Apache Spark: what {@code detect} does with one after the other, done with all of
 * them on the cores of a machine or of a cluster. The only place with Spark.
 */
@NullMarked
package io.hybridanomaly.spark;

import org.jspecify.annotations.NullMarked;
