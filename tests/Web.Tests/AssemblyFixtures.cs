using Luoshi.Web.Tests;

[assembly: AssemblyFixture(typeof(RunningServer))]
